package dev.escapement.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process of the holder of a lease, at the beginning of the holder's name. Another process on the same machine can
 * see that it has ended, and acquires the lease before its time is over.
 *
 * @param machine the boot of the machine and the namespace of the process id; equal only where ids can be compared
 * @param pid the id of the process
 * @param start the time at which the process started, because ids are used again; 0 if it is unknown
 */
record HolderProcess(String machine, long pid, long start) {

    private static final Pattern TEXT = Pattern.compile("([^/]*)/(\\d+)/(\\d+)/.*");

    /** The state and the start, in ticks since the boot, after the name of the program, which may contain parentheses. */
    private static final Pattern STAT = Pattern.compile("(?s).*\\) (\\S)(?: \\S+){18} (\\d+) .*");

    /** The states of processes that have ended, but whose parent has not collected their exit code. */
    private static final String ENDED = "ZXx";

    private static final HolderProcess CURRENT = of(ProcessHandle.current().pid());

    static HolderProcess current() {
        return CURRENT;
    }

    /** Returns a process of this machine. */
    static HolderProcess of(long pid) {
        return new HolderProcess(currentMachine(), pid, startOf(pid).orElse(0L));
    }

    /** Returns the process in the name of a holder. */
    static Optional<HolderProcess> in(String holder) {
        Matcher matcher = TEXT.matcher(holder);
        try {
            return matcher.matches()
                    ? Optional.of(new HolderProcess(
                            matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the beginning of the names of holders in this process. */
    String prefix() {
        return machine + "/" + pid + "/" + start + "/";
    }

    /** Returns whether the process has certainly ended. */
    boolean isDead() {
        if (!machine.equals(CURRENT.machine) || equals(CURRENT)) {
            return false;
        }
        Optional<Long> found = startOf(pid);
        return found.isEmpty() || (start != 0 && found.get() != 0 && found.get() != start);
    }

    /** Returns the start of a process that runs, 0 if it is unknown; empty if there is none. */
    private static Optional<Long> startOf(long pid) {
        Matcher matcher = STAT.matcher(text(Path.of("/proc", Long.toString(pid), "stat")));
        if (matcher.matches()) {
            return ENDED.contains(matcher.group(1)) ? Optional.empty() : Optional.of(Long.parseLong(matcher.group(2)));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Returns an empty machine where processes do not have namespaces: the file is on a local file system. */
    private static String currentMachine() {
        try {
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return (text(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "-" + namespace).replace("/", "");
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
