package dev.escapement.internal.lock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** The lock files in a folder, one for each agent. */
public final class LockFiles {

    private static final String EXTENSION = ".lock";
    private static final String SAFE = "-_$.";

    private LockFiles() {}

    /**
     * Returns the file of an agent. Characters other than ASCII letters, digits and {@code -_$.}, and a leading period, are
     * replaced by their UTF-8 bytes in the form {@code %2F}.
     *
     * @param folder the folder
     * @param agent the name of the agent
     * @return the file, which need not exist
     */
    public static Path file(Path folder, String agent) {
        StringBuilder name = new StringBuilder();
        for (byte b : agent.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean safe = (c < 128 && Character.isLetterOrDigit(c)) || SAFE.indexOf(c) >= 0;
            if (safe && !(c == '.' && name.isEmpty())) {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return folder.resolve(name + EXTENSION);
    }

    /**
     * Reads the lock file of an agent.
     *
     * @param folder the folder
     * @param agent the name of the agent
     * @return the content; empty if the file does not exist
     * @throws LockSyntaxException if the file is not a lock file of the agent
     * @throws IOException if the file cannot be read
     */
    public static Optional<AgentLock> read(Path folder, String agent) throws IOException, LockSyntaxException {
        String text;
        try {
            text = Files.readString(file(folder, agent));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        AgentLock lock = AgentLock.parse(text);
        if (!lock.agent().equals(agent)) {
            throw new LockSyntaxException(3, LockFault.OTHER_AGENT, lock.agent());
        }
        return Optional.of(lock);
    }

    /**
     * Writes the lock file of an agent atomically, and creates the folder. A file with the same content is not written.
     *
     * @param folder the folder
     * @param lock the agent
     * @return whether the content changed
     * @throws IOException if the file cannot be written
     */
    public static boolean write(Path folder, AgentLock lock) throws IOException {
        Path file = file(folder, lock.agent());
        String text = lock.text();
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return false;
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }
}
