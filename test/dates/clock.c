/*
 * Moves the clock of a program, and of all that it starts, by CLOCK_SHIFT seconds: LD_PRELOAD=clock.so.
 * Debian's faketime also takes over waiting, under which Chromium stands still; here the day moves and nothing else.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t shift(void) {
  const char *told = getenv("CLOCK_SHIFT");
  return told == NULL ? 0 : atoll(told);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int (*machine)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
  int result = machine(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift();
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec exact;
  int result = clock_gettime(CLOCK_REALTIME, &exact);
  (void)zone;
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return result;
}

time_t time(time_t *now) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (now != NULL) *now = exact.tv_sec;
  return exact.tv_sec;
}
