package dev.escapement.restate.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free TCP ports of the loopback interface. They are below Linux's range of ephemeral ports, so that a connection of another
 * process does not occupy the port of a killed server before its restart.
 */
final class LoopbackPorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> USED = ConcurrentHashMap.newKeySet();

    private LoopbackPorts() {}

    /** Returns a port that is free and that this JVM has not used before. */
    static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (USED.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "No free port between " + FIRST + " and " + END + " was found. End the processes that use them.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
