//! The memory that a thread hashes in, in huge pages where the system has them: a hash reads 19 MiB without any order, so with
//! pages of 4 KiB nearly each read looks its page up anew (decision 61).

use argon2::Block;

/// Blocks (of 1 KiB) that a thread asks for, of which it touches only what a hash needs. jemalloc gives pieces of more
/// than 8 MiB back to the system as soon as they are dropped, and glibc those of more than 32; of smaller ones it would
/// keep the second.
const RESERVED_BLOCKS: usize = 33 * 1024;

/// The memory of one thread.
#[derive(Default)]
pub(super) struct Memory(Vec<Block>);

impl Memory {
    /// Whether it holds any.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// So many blocks, with whatever was left in them.
    pub(super) fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.0.is_empty() {
            self.0.reserve_exact(RESERVED_BLOCKS);
            advise(&mut self.0, true);
        }
        if self.0.len() < count {
            self.0.resize(count, Block::default());
        }
        &mut self.0[..count]
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // Whatever the allocator puts at these addresses next is as small as it was.
        advise(&mut self.0, false);
    }
}

/// Tells the system whether the room of a vector is better kept in huge pages. It may have none, or none left: then it stays
/// as it is.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the one advice that we give to the system, and no safe function gives it")]
fn advise(memory: &mut Vec<Block>, huge: bool) {
    use std::ptr::NonNull;

    use nix::sys::mman::{MmapAdvise, madvise};

    /// More than any system's page: what begins or ends in the middle of one belongs to others, too.
    const LARGEST_PAGE: usize = 64 * 1024;

    let start = memory.as_mut_ptr().cast::<u8>();
    let before = start.align_offset(LARGEST_PAGE);
    let whole = (memory.capacity() * size_of::<Block>()).saturating_sub(before) / LARGEST_PAGE * LARGEST_PAGE;
    let Some(first) = NonNull::new(start.wrapping_add(before)).filter(|_| whole > 0) else { return };
    let advice = if huge { MmapAdvise::MADV_HUGEPAGE } else { MmapAdvise::MADV_NOHUGEPAGE };
    // SAFETY: these pages are within the vector's own allocation, which it holds meanwhile; the advice changes where they lie
    // and no byte of them.
    let _has_none = unsafe { madvise(first.cast(), whole, advice) };
}

/// Other systems decide by themselves.
#[cfg(not(target_os = "linux"))]
fn advise(_: &mut Vec<Block>, _: bool) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_as_many_as_asked_for_and_stay_where_they_are() {
        let mut memory = Memory::default();
        assert!(memory.is_empty());
        let first = memory.blocks(19 * 1024).as_ptr();
        assert!(!memory.is_empty());
        for count in [8, 19 * 1024, RESERVED_BLOCKS] {
            let blocks = memory.blocks(count);
            assert_eq!((blocks.len(), blocks.as_ptr()), (count, first));
        }
        assert_eq!(
            memory.blocks(RESERVED_BLOCKS + 1).len(),
            RESERVED_BLOCKS + 1,
            "a stored hash may need more"
        );
    }
}
