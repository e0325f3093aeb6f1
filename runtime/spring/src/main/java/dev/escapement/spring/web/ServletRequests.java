package dev.escapement.spring.web;

import dev.escapement.server.ServerRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** The conversion of servlet requests. Headers are passed on as they were sent, also repeated ones. */
final class ServletRequests {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*");
    private static final String HOST = "host";

    private ServletRequests() {}

    /** Returns a request without its body, whose target contains the prefix. */
    static ServerRequest head(HttpServletRequest request, PrincipalSource principals) {
        String query = request.getQueryString();
        return new ServerRequest(
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                headers(request),
                ByteBuffer.allocate(0),
                remote(request.getRemoteAddr(), request.getRemotePort()),
                request.isSecure(),
                principals.principal(request));
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(Collections.list(request.getHeaders(name))));
        }
        List<String> hosts = headers.getOrDefault(HOST, List.of());
        if (hosts.size() == 1 || (hosts.isEmpty() && hasAuthority(request))) {
            headers.put(HOST, List.of(host(request)));
        }
        return headers;
    }

    /** Returns whether the host can be in the pseudo-header of HTTP/2, which containers do not report as a header. */
    private static boolean hasAuthority(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/2") && StringUtils.hasText(request.getServerName());
    }

    /** Returns the host that the container reports: that of the request, or of the forwarded headers that it trusts. */
    private static String host(HttpServletRequest request) {
        String name = request.getServerName();
        String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
        int port = request.getServerPort();
        boolean isDefault = port <= 0 || port == (request.isSecure() ? 443 : 80);
        return isDefault ? host : host + ":" + port;
    }

    /** Returns the address of the peer without a query to a name service: forwarded headers can contain any text. */
    private static InetSocketAddress remote(String address, int port) {
        int known = Math.max(0, port);
        if (ADDRESS.matcher(address).matches()) {
            try {
                return new InetSocketAddress(InetAddress.getByName(address), known);
            } catch (UnknownHostException e) {
                return InetSocketAddress.createUnresolved(address, known);
            }
        }
        return InetSocketAddress.createUnresolved(address, known);
    }
}
