package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.ModelUnavailableException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a server with a self-signed certificate. */
@Timeout(60)
class UntrustedServerTest {

    @TempDir
    private Path directory;

    @Test
    void untrustedCertificateIsNotRetried() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(SelfSignedKeys.in(directory).server()));
        server.start();
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        try (EndpointFixture fixture = EndpointFixture.of(uri, HttpSettings.DEFAULT)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(0, unavailable.status());
            assertInstanceOf(SSLException.class, unavailable.getCause());
            assertEquals(List.of(), fixture.delays);
        } finally {
            server.stop(0);
        }
    }
}
