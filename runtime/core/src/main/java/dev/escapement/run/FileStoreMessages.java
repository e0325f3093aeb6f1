package dev.escapement.run;

/** The messages of {@link FileThreadStore} about its files. */
final class FileStoreMessages {

    /** The expected content of the last line of an append. */
    static final String STANDING = "the state of the thread after an append";

    /** The remedy for an encrypted event in a store without a cipher. */
    static final String NO_CIPHER =
            "Open the store with its PayloadCipher. With the command line, use an application that embeds the commands.";

    /** The remedy for an encrypted event in a store with a cipher. */
    static final String WRONG_CIPHER = "The cipher of the store cannot decrypt it: verify the key.";

    /** The message for a cursor of another query or store. */
    static final String FOREIGN_CURSOR =
            "The cursor does not belong to this query. Use the cursor of the page before, with the same order.";

    private FileStoreMessages() {}

    static String encrypted(String threadId, String remedy) {
        return "Thread " + threadId + " is encrypted. " + remedy;
    }

    static String lockNotFree(String locked) {
        return "another holder, perhaps a stopped process, has the lock of " + locked;
    }

    static String unusable(String threadId) {
        return "Thread " + threadId
                + " is due, but its file is damaged or of a later release. The worker does not execute"
                + " it. Restore the file from a backup, or run the later release";
    }

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
