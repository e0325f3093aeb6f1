package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The check that files exist before an event with their references is recorded. */
final class StoredFiles {

    private StoredFiles() {}

    /**
     * Throws an exception if a store does not contain all of the given files.
     *
     * @param thread the thread to which the files are sent; null if it has not started
     * @param callId the id of the call that the files concern; empty for the input of a thread or a message
     */
    static void require(ContentStore contents, List<Content.File> files, @Nullable AgentThread thread, String callId) {
        for (Content.File file : files) {
            if (!contents.contains(file)) {
                String name = file.name().isBlank() ? file.sha256() : file.name();
                String message = contents == ContentStore.none()
                        ? RequestMessages.noContentStore(name)
                        : RequestMessages.unknownFile(name);
                throw new InvalidInputException(thread, callId, Reason.UNKNOWN_FILE, message);
            }
        }
    }
}
