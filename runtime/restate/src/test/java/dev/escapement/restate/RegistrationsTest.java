package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Tests the registration of services without Restate. */
class RegistrationsTest {

    @Test
    void absentRestateIsReported() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Registrations registrations = new Registrations(closed);

        assertThrows(
                RestateRegistrationException.class,
                () -> registrations.deployment(URI.create("http://127.0.0.1:9080"), false));
    }
}
