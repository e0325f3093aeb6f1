package dev.escapement.server.threads;

import dev.escapement.server.body.SearchBody;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The search for a text in the events of a thread, without regard to case. Searches the values of their stored form, not the
 * names of its properties.
 */
final class EventSearch {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_POSITIONS = 1_000;

    private final String text;

    /**
     * Creates a search.
     *
     * @param text the text, not empty
     */
    EventSearch(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** {@return the positions of the events that contain the text, at most 1,000} */
    SearchBody in(AgentThread thread) {
        List<Integer> positions = new ArrayList<>();
        int position = 0;
        for (Event event : thread.events()) {
            if (contains(Event.CODEC.encode(event))) {
                if (positions.size() == MAX_POSITIONS) {
                    return new SearchBody(positions, true);
                }
                positions.add(position);
            }
            position++;
        }
        return new SearchBody(positions, false);
    }

    private boolean contains(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if ((token == JsonToken.VALUE_STRING || token.isNumeric())
                        && parser.getString().toLowerCase(Locale.ROOT).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
