package dev.escapement.http.request;

import java.net.URI;

/**
 * The host and port of an address. In contrast to {@link URI#getHost}, the host may contain underscores, which names of
 * containers and of services often contain.
 *
 * @param userInfo the name and password; empty if there are none
 * @param host the host name, or the IP address with the brackets of IPv6; empty if it is missing or invalid
 * @param port the port; -1 for that of the scheme
 */
public record Authority(String userInfo, String host, int port) {

    private static final int MAX_PORT = 65_535;

    /**
     * Returns the authority of an address.
     *
     * @param uri any address
     * @return the authority; with an empty host if it is invalid
     */
    public static Authority of(URI uri) {
        String text = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = text.lastIndexOf('@');
        String userInfo = at < 0 ? "" : text.substring(0, at);
        if (uri.getHost() != null) {
            return new Authority(userInfo, uri.getHost(), uri.getPort());
        }
        String hostAndPort = text.substring(at + 1);
        int colon = hostAndPort.indexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        int port = colon < 0 || colon == hostAndPort.length() - 1 ? -1 : port(hostAndPort.substring(colon + 1));
        boolean isValid = port >= -1 && host.chars().allMatch(Authority::isHostCharacter);
        return new Authority(userInfo, isValid ? host : "", isValid ? port : -1);
    }

    /**
     * Returns whether the Java platform cannot send a request to this host unless the name is resolved before.
     *
     * @return true if the host contains an underscore
     */
    public boolean hasUnderscore() {
        return host.indexOf('_') >= 0;
    }

    private static int port(String digits) {
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -2;
        }
        int port = Integer.parseInt(digits);
        return port <= MAX_PORT ? port : -2;
    }

    private static boolean isHostCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
    }
}
