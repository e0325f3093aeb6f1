package dev.escapement.server.security;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.RefusalReason;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The check of the address of a request. Without an authenticator, the peer must be this computer and must not be a proxy.
 * The header {@code Host} must occur once and be in a list, which protects against DNS rebinding. Safe for concurrent use.
 */
final class HostCheck {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]", "localhost");
    private static final Set<String> PROXY_HEADERS = Set.of("forwarded", "via", "x-real-ip");
    private static final Set<Integer> DEFAULT_PORTS = Set.of(80, 443);

    private final SecuritySettings settings;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    HostCheck(SecuritySettings settings) {
        this.settings = settings;
        hosts.addAll(settings.hosts());
    }

    /** Permits the names of this computer with a port. */
    void addPort(int port) {
        for (String name : LOOPBACK) {
            hosts.add(name + ":" + port);
            if (DEFAULT_PORTS.contains(port)) {
                hosts.add(name);
            }
        }
    }

    /**
     * Checks a request.
     *
     * @return the host in lower case
     * @throws ProblemException to refuse the request
     */
    String require(ServerRequest request) {
        if (settings.isLocal() && !settings.trustedProxy()) {
            InetAddress peer = request.remote().getAddress();
            if (peer == null || !peer.isLoopbackAddress()) {
                throw RefusalReason.PEER.exception();
            }
            if (request.headers().keySet().stream().anyMatch(HostCheck::isOfProxy)) {
                throw RefusalReason.PROXY.exception();
            }
        }
        String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            throw RefusalReason.HOST.exception();
        }
        return host;
    }

    private static boolean isOfProxy(String header) {
        return PROXY_HEADERS.contains(header) || header.startsWith("x-forwarded-");
    }
}
