// Preloaded into a process: ends it by SIGKILL at the KILL_AT-th call that makes or is about to make
// something lasting (fsync, fdatasync, rename, link, unlink), before the call is done. Without
// KILL_AT it counts them into the file that KILL_COUNT names.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static long calls = 0;

static void step(void) {
  long now = __sync_add_and_fetch(&calls, 1);
  const char *at = getenv("KILL_AT");
  if (at != NULL && now == atol(at)) kill(getpid(), SIGKILL);
  const char *path = getenv("KILL_COUNT");
  if (path == NULL) return;
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  dprintf(file, "%ld", now);
  close(file);
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

int fsync(int file) { REAL(fsync); step(); return real(file); }
int fdatasync(int file) { REAL(fdatasync); step(); return real(file); }
int rename(const char *from, const char *to) { REAL(rename); step(); return real(from, to); }
int link(const char *from, const char *to) { REAL(link); step(); return real(from, to); }
int unlink(const char *path) { REAL(unlink); step(); return real(path); }
