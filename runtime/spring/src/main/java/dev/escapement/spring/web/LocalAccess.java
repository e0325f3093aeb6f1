package dev.escapement.spring.web;

import dev.escapement.server.AgentServer;
import dev.escapement.spring.AgentSetupException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The rules for applications without an authenticator. They serve one person at this computer, who opens a link from the
 * log, and must therefore not be reachable from other computers.
 *
 * @param environment the properties of the application
 */
public record LocalAccess(Environment environment) {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalAccess.class);
    private static final String ADDRESS = "server.address";
    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final List<String> FORWARDED_HEADERS = List.of(
            "server.tomcat.remoteip.remote-ip-header",
            "server.tomcat.remoteip.protocol-header",
            "server.tomcat.remoteip.host-header");

    /**
     * Checks that only this computer can reach the application.
     *
     * @param trustsForwarded whether a filter of the application trusts forwarded headers
     * @throws AgentSetupException with the reason OPEN_ACCESS if other computers can reach it, or it trusts forwarded headers
     */
    public void require(boolean trustsForwarded) {
        String address = environment.getProperty(ADDRESS, "");
        if (!isLoopback(address)) {
            throw refused(
                    address.isEmpty()
                            ? "The web server listens on all addresses"
                            : "The web server listens on " + address
                                    + ", which is not an address of this computer only");
        }
        if (trustsForwarded) {
            throw forwarded("a ForwardedHeaderFilter bean");
        }
        String strategy = environment.getProperty(FORWARDED, "");
        CloudPlatform platform = CloudPlatform.getActive(environment);
        if (strategy.isEmpty() && platform != null && platform.isUsingForwardHeaders()) {
            throw forwarded("the default on the platform " + platform);
        }
        if (!strategy.isEmpty() && !strategy.equalsIgnoreCase("none")) {
            throw forwarded(FORWARDED + "=" + strategy);
        }
        for (String property : FORWARDED_HEADERS) {
            if (StringUtils.hasText(environment.getProperty(property))) {
                throw forwarded(property);
            }
        }
    }

    private static AgentSetupException forwarded(String cause) {
        return refused("The web server trusts forwarded headers (" + cause + ")");
    }

    private static AgentSetupException refused(String fact) {
        return new AgentSetupException(
                AgentSetupException.Reason.OPEN_ACCESS,
                fact + ", and the inbox and the API (escapement.server.enabled) do not have an authenticator.",
                """
                Use one of these remedies:

                  - Add spring-boot-starter-security, and permit actions with properties such as \
                escapement.server.roles.read=ROLE_SUPPORT.
                  - Define a bean of the type dev.escapement.server.Authenticator.
                  - On your own computer: set server.address=127.0.0.1, and do not trust forwarded headers (on a cloud \
                platform, server.forward-headers-strategy=none). The log then contains a link that is valid once.
                  - Set escapement.server.enabled=false.""");
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Logs a link that is valid once.
     *
     * @param server the local server
     * @param path the path of the servlet after the context path
     */
    public void logLink(AgentServer server, String path) {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String context = environment.getProperty("server.servlet.context-path", "");
        String prefix = context.equals("/") ? "" : context;
        URI base = URI.create((isSecure() ? "https" : "http") + "://" + host() + ":" + port + prefix + path + "/");
        LOGGER.warn(
                "\n\nThe application has no authenticator. The person at this computer opens the inbox with this link, which is"
                        + " valid once:\n\n    {}\n\nProtect the application with Spring Security before other people use it.\n",
                server.link(base));
    }

    private String host() {
        String address = environment.getProperty(ADDRESS, "").strip();
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    private boolean isSecure() {
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (StringUtils.hasText(environment.getProperty("server.ssl.bundle"))
                        || StringUtils.hasText(environment.getProperty("server.ssl.key-store"))
                        || StringUtils.hasText(environment.getProperty("server.ssl.certificate")));
    }
}
