/** Which passkeys open a vault on this device: the sign-in offers them. */
import { readDelivery } from "../../shared/delivery.ts";
import { recallPasskeys, rememberPasskeys } from "../entrance/device-memory.ts";

export function addPasskeyHere(credentialId: string): void {
  const { roots } = readDelivery();
  rememberPasskeys(roots, [...recallPasskeys(roots).filter((name) => name !== credentialId), credentialId]);
}

export function forgetPasskey(credentialId: string): void {
  const { roots } = readDelivery();
  rememberPasskeys(
    roots,
    recallPasskeys(roots).filter((name) => name !== credentialId),
  );
}
