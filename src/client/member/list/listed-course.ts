/** What has happened in a listed case, by days: by its digest; before there is one, by what the server's columns let one think. */
import { courseByColumns } from "../../../protocol/rules/course-by-columns.ts";
import type { Course } from "../../../protocol/rules/deadlines.ts";
import { type PackedCourse, unpackCourse } from "../../case/packed-course.ts";

type Listed = {
  readonly arrivedOn: string;
  readonly state: string;
  readonly stateOn: string;
  readonly digest: { readonly course: PackedCourse } | undefined;
  /** Messages to the reporter, by the server's count */
  readonly answers: number;
};

export function courseOfListed({ digest, arrivedOn, state, stateOn, answers }: Listed): Course {
  if (digest !== undefined) return unpackCourse(digest.course, arrivedOn);
  return courseByColumns({ arrivedOn, state, stateOn, answeredOn: answers > 0 ? stateOn : undefined });
}
