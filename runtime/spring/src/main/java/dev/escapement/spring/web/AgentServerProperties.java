package dev.escapement.spring.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the inbox and the API.
 *
 * @param enabled whether the application serves the inbox and the API
 * @param path the path of the inbox and the API after the context path, without a slash at the end
 * @param hosts the permitted values of the header Host in addition to the names of this computer, for example
 *     agents.example.com
 * @param origins the origins whose pages can use the API in addition to the inbox, for example https://app.example.com
 * @param sessionKey the file with the key that signs sessions and anti-forgery tokens; without it, open pages must be reloaded
 *     after a restart. Several instances need the same key
 * @param maxBody the maximum length of the body of a request
 * @param maxFollowers the maximum number of open event streams
 * @param roles the authorities of Spring Security that permit actions
 */
@ConfigurationProperties("escapement.server")
public record AgentServerProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("/escapement") String path,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> origins,
        @Nullable Path sessionKey,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("1000") int maxFollowers,
        @DefaultValue Roles roles) {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    public AgentServerProperties {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "The property escapement.server.path must be a path like /escapement, which"
                            + " begins with a slash and does not end with one, not \"" + path + "\".");
        }
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The property escapement.server.max-body must be 1 byte to 2 GB, not " + maxBody + ".");
        }
        hosts = List.copyOf(hosts);
        origins = List.copyOf(origins);
    }

    /**
     * The authorities of Spring Security that permit actions, for example ROLE_SUPPORT or SCOPE_agents. An action without an
     * authority is permitted to no user. A role does not include others.
     *
     * @param read the authorities that permit to read threads, questions and agents
     * @param start the authorities that permit to start threads and send messages
     * @param approve the authorities that permit to approve, refuse and reply
     * @param operate the authorities that permit to cancel, fork, extend and resolve threads
     * @param drive the authorities that permit to send replies in progress from another process
     */
    public record Roles(
            @DefaultValue Set<String> read,
            @DefaultValue Set<String> start,
            @DefaultValue Set<String> approve,
            @DefaultValue Set<String> operate,
            @DefaultValue Set<String> drive) {
        public Roles {
            read = Set.copyOf(read);
            start = Set.copyOf(start);
            approve = Set.copyOf(approve);
            operate = Set.copyOf(operate);
            drive = Set.copyOf(drive);
        }

        /** {@return whether no authority permits any action} */
        public boolean isEmpty() {
            return read.isEmpty() && start.isEmpty() && approve.isEmpty() && operate.isEmpty() && drive.isEmpty();
        }
    }
}
