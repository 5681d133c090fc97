// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SANITIZE_THREAD__
extern "C" void __tsan_release(void *);
extern "C" void __tsan_acquire(void *);
#endif

namespace kontor {

// What ThreadSanitizer cannot see, since Qt is not built for it: whatever came before an event was
// posted comes before whatever follows its delivery. Without it these do nothing.
#ifdef __SANITIZE_THREAD__
inline char eventQueue = 0;
inline void posting() { __tsan_release(&eventQueue); }
inline void delivered() { __tsan_acquire(&eventQueue); }
#else
inline void posting() {}
inline void delivered() {}
#endif

} // namespace kontor
