package dev.escapement.samples.deploybot;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of the command {@code serve}.
 *
 * @param port the port of the web inbox; 0 for a free one
 * @param restate the address of Restate's ingress; empty if the threads are in the database of the directory
 * @param admin the address of Restate's admin API
 * @param service the port at which Restate calls this program; 0 for a free one
 */
record ServeOptions(int port, Optional<URI> restate, URI admin, int service) {

    /** The description of the options, for people. */
    static final String USAGE =
            "Use serve --port PORT with a port from 0 to 65535. For threads on Restate, add --restate http://127.0.0.1:8080,"
                    + " and --admin http://127.0.0.1:9070 and --service 9080 unless these are its addresses.";

    private static final String PORT = "--port";
    private static final String RESTATE = "--restate";
    private static final String ADMIN = "--admin";
    private static final String SERVICE = "--service";
    private static final Map<String, Pattern> VALUES = Map.of(
            PORT, Pattern.compile("\\d{1,5}"),
            RESTATE, Pattern.compile("https?://[\\w.-]+(:\\d{1,5})?/?"),
            ADMIN, Pattern.compile("https?://[\\w.-]+(:\\d{1,5})?/?"),
            SERVICE, Pattern.compile("\\d{1,5}"));
    private static final int MAX_PORT = 65_535;

    /** Returns the options of a command line; empty if they are invalid. */
    static Optional<ServeOptions> parse(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            Pattern value = VALUES.get(words.get(i));
            if (value == null
                    || i + 1 == words.size()
                    || !value.matcher(words.get(i + 1)).matches()) {
                return Optional.empty();
            }
            options.put(words.get(i), words.get(i + 1));
        }
        ServeOptions parsed = new ServeOptions(
                Integer.parseInt(options.getOrDefault(PORT, "8080")),
                Optional.ofNullable(options.get(RESTATE)).map(URI::create),
                URI.create(options.getOrDefault(ADMIN, "http://127.0.0.1:9070")),
                Integer.parseInt(options.getOrDefault(SERVICE, "9080")));
        return Optional.of(parsed).filter(all -> all.port <= MAX_PORT && all.service <= MAX_PORT);
    }
}
