package dev.escapement.restate.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Free TCP ports of the loopback interface for servers that are killed and restarted at the same port. While such a server
 * is down, its port is not taken: the ports are below Linux's range of ephemeral ports, and each JVM has blocks of ports of
 * its own, which it locks until its end with files in the temporary directory.
 */
public final class LoopbackPorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    static final int BLOCK = 50;
    private static final Iterator<Integer> BLOCKS = shuffledBlocks();
    private static final List<FileLock> LOCKS = new ArrayList<>(); // an unreachable lock is released

    private static int next;
    private static int end;

    private LoopbackPorts() {}

    /** Returns a port that is free and that this method has not returned before. */
    public static synchronized int next() {
        while (true) {
            if (next == end) {
                next = lockBlock();
                end = next + BLOCK;
            }
            int port = next++;
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static Iterator<Integer> shuffledBlocks() {
        List<Integer> blocks = new ArrayList<>();
        for (int first = FIRST; first < END; first += BLOCK) {
            blocks.add(first);
        }
        Collections.shuffle(blocks);
        return blocks.iterator();
    }

    /** Locks a block and returns its first port. */
    private static int lockBlock() {
        while (BLOCKS.hasNext()) {
            int first = BLOCKS.next();
            if (lock(first)) {
                return first;
            }
        }
        throw new IllegalStateException(
                "All ports between " + FIRST + " and " + END + " are in use. End other processes that run tests.");
    }

    /** Locks a block until the end of this JVM, and returns false if another JVM has locked it. */
    static boolean lock(int first) {
        try {
            Path directory = Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"), "escapement-ports-" + System.getProperty("user.name")));
            FileChannel channel = FileChannel.open(
                    directory.resolve(String.valueOf(first)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            lock.ifPresent(LOCKS::add);
            return lock.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Ports cannot be locked. Set java.io.tmpdir to a writable directory.", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
