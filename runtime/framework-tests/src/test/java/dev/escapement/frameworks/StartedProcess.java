package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process with its output, which a thread collects. Closing it ends the process and its children. */
final class StartedProcess implements AutoCloseable {

    private static final long SECONDS = 900;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private StartedProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of process " + process.pid());
    }

    static StartedProcess start(ProcessBuilder builder) {
        try {
            StartedProcess started =
                    new StartedProcess(builder.redirectErrorStream(true).start());
            started.reader.setDaemon(true);
            started.reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            output.append(e).append('\n'); // the process was ended
        }
        synchronized (output) {
            output.notifyAll();
        }
    }

    /** Waits for the end of the process, asserts that it succeeded, and returns its output. */
    String requireSuccess() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                fail("The process did not end within " + SECONDS + " s: " + output);
            }
            reader.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
        assertEquals(0, process.exitValue(), output::toString);
        return output.toString();
    }

    /** Waits for a line that matches, and returns the first group of the match. */
    String await(String pattern) {
        Pattern expected = Pattern.compile(pattern);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        synchronized (output) {
            Matcher found = expected.matcher(output);
            while (!found.find()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || !reader.isAlive()) {
                    return fail("Expected " + pattern + " in the output: " + output);
                }
                try {
                    output.wait(Math.min(left, 500));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return fail(e);
                }
                found = expected.matcher(output);
            }
            return found.group(1);
        }
    }

    String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.toHandle().destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
