// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SANITIZE_THREAD__
extern "C" void __tsan_release(void *);
extern "C" void __tsan_acquire(void *);
extern "C" void AnnotateIgnoreWritesBegin(const char *file, int line);
extern "C" void AnnotateIgnoreWritesEnd(const char *file, int line);
#endif

namespace kontor {

// What ThreadSanitizer cannot see, since Qt is not built for it: whatever came before an event was
// posted comes before whatever follows its delivery. Without it these do nothing.
#ifdef __SANITIZE_THREAD__
inline char eventQueue = 0;

//! For as long as an event is made and posted.
class Posting
{
public:
    Posting()
    {
        __tsan_release(&eventQueue);
        AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    }
    ~Posting() { AnnotateIgnoreWritesEnd(__FILE__, __LINE__); }
    Posting(const Posting &) = delete;
    Posting &operator=(const Posting &) = delete;
};

inline void delivered() { __tsan_acquire(&eventQueue); }
#else
class Posting
{
public:
    Posting() {}
};

inline void delivered() {}
#endif

} // namespace kontor
