package dev.escapement.server.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of hosts and origins in settings. */
public final class HostNames {
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private HostNames() {}

    /**
     * Returns a permitted value of the header {@code Host} in the form in which values are compared.
     *
     * @param host a host name or an address, with a port unless it is the default port
     * @return the host in lower case
     * @throws IllegalArgumentException if the host is malformed, or is the address of all interfaces
     */
    public static String host(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (!HOST.matcher(lower).matches() || lower.matches("(0\\.0\\.0\\.0|\\[::])(:.*)?")) {
            throw new IllegalArgumentException(
                    "The host \"" + host + "\" is invalid. Use a name or an address, and a port"
                            + " unless it is the default port, for example agents.example.com or 10.0.0.7:8080.");
        }
        return lower;
    }

    /**
     * Returns an origin in the form in which values are compared.
     *
     * @param origin the scheme, the host and, unless it is the default port, the port
     * @return the origin in lower case
     * @throws IllegalArgumentException if the origin is malformed
     */
    public static String origin(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        try {
            URI uri = new URI(lower);
            String scheme = uri.getScheme();
            if (uri.getHost() != null
                    && ("https".equals(scheme) || "http".equals(scheme))
                    && lower.equals(scheme + "://" + host(lower.substring(scheme.length() + 3)))) {
                return lower;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // reported below
        }
        throw new IllegalArgumentException("The origin \"" + origin
                + "\" is invalid. Use a scheme and a host without a path," + " for example https://app.example.com.");
    }
}
