package dev.escapement.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the connections to a provider. A null component results in the default of the Java platform.
 *
 * @param proxy the selector of the proxy
 * @param proxyAuthorization the value of the header that authenticates requests to the proxy
 * @param sslContext the TLS context
 * @param client the HTTP client of the application
 */
record ConnectionSettings(
        @Nullable ProxySelector proxy,
        @Nullable String proxyAuthorization,
        @Nullable SSLContext sslContext,
        @Nullable HttpClient client) {

    static final ConnectionSettings DEFAULT = new ConnectionSettings(null, null, null, null);

    ConnectionSettings withProxy(ProxySelector changed) {
        return new ConnectionSettings(changed, proxyAuthorization, sslContext, client);
    }

    ConnectionSettings withProxyPassword(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("The name for a proxy cannot contain a colon.");
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ConnectionSettings(proxy, "Basic " + Base64.getEncoder().encodeToString(both), sslContext, client);
    }

    ConnectionSettings withSslContext(SSLContext changed) {
        return new ConnectionSettings(proxy, proxyAuthorization, changed, client);
    }

    ConnectionSettings withClient(HttpClient changed) {
        return new ConnectionSettings(proxy, proxyAuthorization, sslContext, changed);
    }

    /** Returns a description without secrets. */
    @Override
    public String toString() {
        return "proxy=" + (proxy == null ? "default" : "set")
                + (proxyAuthorization == null ? "" : ", proxyPassword=set")
                + (sslContext == null ? "" : ", sslContext=set")
                + (client == null ? "" : ", httpClient=set");
    }
}
