package dev.escapement.run;

/** The messages of {@link FileThreadStore} about its files. */
final class FileStoreMessages {

    /** The expected content of the last line of an append. */
    static final String STANDING = "the state of the thread after an append";

    /** The expected content of a line, if the store does not have a cipher. */
    static final String CLEAR_EVENT = "an event in clear, or a store with a cipher";

    /** The expected content of a line, if the store has a cipher. */
    static final String DECRYPTABLE_EVENT = "an event that the cipher of the store can decrypt";

    /** The content of a line that cannot be decrypted. */
    static final String ENCRYPTED_EVENT = "an encrypted event";

    /** The message for a cursor of another query or store. */
    static final String FOREIGN_CURSOR =
            "The cursor does not belong to this query. Use the cursor of the page before, with the same order.";

    /** The reason of an operation that did not wait for the lock of a thread. */
    static final String LOCK_NOT_FREE = "another holder, perhaps a stopped process, has the lock of the thread";

    private FileStoreMessages() {}

    static String events(int count) {
        return count + (count == 1 ? " event" : " events");
    }

    static String eraseFailed(String threadId, Object directory) {
        return "Cannot erase thread " + threadId + " in " + directory;
    }

    static String deleteFailed(String threadId, Object directory) {
        return "Cannot delete thread " + threadId + " in " + directory;
    }

    static String scheduleFailed(String schedule, Object directory) {
        return "Cannot use the schedule " + schedule + " in " + directory;
    }

    static String damagedSchedules(Object file) {
        return "The file of the schedules " + file
                + " is damaged. Restore it from a backup, or delete it: each schedule"
                + " then begins with its next tick.";
    }
}
