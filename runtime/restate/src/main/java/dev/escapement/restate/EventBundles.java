package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.EventBundle;
import dev.escapement.restate.wire.EventBundleCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a thread in the state of its object. Each event is first stored under a key of its own. At the end of an
 * execution, each {@value #SIZE} events from the beginning are moved to one key, because each read of a key is an entry of
 * the journal. Both forms of a bundle are readable at any time.
 */
final class EventBundles {

    /** The number of events in a bundle. */
    static final int SIZE = 64;

    /** The maximum number of characters in a bundle. Larger events remain under their own keys. */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final ObjectJournal journal;

    /** The numbers of the bundles that were found or stored. */
    private final Set<Integer> stored = new HashSet<>();

    EventBundles(ObjectJournal journal) {
        this.journal = journal;
    }

    /**
     * Returns the events of an interval, up to the first absent one: while another invocation moves or deletes events, the
     * result can be shorter.
     *
     * @param from the position of the first event, a multiple of {@value #SIZE}
     * @param to the position after the last event
     */
    List<JsonText> read(int from, int to) {
        int first = from / SIZE;
        int complete = Math.max(first, to / SIZE);
        List<String> names = bundleNames(first, complete);
        names.addAll(eventNames(complete * SIZE, to));
        List<Optional<JsonText>> values = journal.get(names);
        List<JsonText> events = new ArrayList<>();
        for (int bundle = first; bundle < complete; bundle++) {
            Optional<JsonText> value = values.get(bundle - first);
            events.addAll(value.isPresent() ? bundled(bundle, value.get()) : separate(bundle));
            if (events.size() < (bundle + 1 - first) * SIZE) {
                return events;
            }
        }
        events.addAll(beforeAbsent(values.subList(complete - first, values.size())));
        return events;
    }

    /** Returns the events of a bundle that are, or a moment ago were, stored separately. */
    private List<JsonText> separate(int bundle) {
        List<JsonText> events = beforeAbsent(journal.get(eventNames(bundle * SIZE, (bundle + 1) * SIZE)));
        if (events.size() == SIZE) {
            return events;
        }
        return journal.get(bundleNames(bundle, bundle + 1))
                .get(0)
                .map(value -> bundled(bundle, value))
                .orElse(events);
    }

    private static List<JsonText> beforeAbsent(List<Optional<JsonText>> values) {
        return values.stream()
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    private List<JsonText> bundled(int bundle, JsonText value) {
        stored.add(bundle);
        return ObjectJournal.decoded(EventBundleCodec.INSTANCE, value.json()).events();
    }

    /**
     * Moves the events of complete bundles. The stored number of events must include them.
     *
     * @param events all events of the thread, which {@link #read} has returned or which follow them
     */
    void move(List<JsonText> events) {
        for (int bundle = 0; bundle < events.size() / SIZE; bundle++) {
            List<JsonText> moved = events.subList(bundle * SIZE, (bundle + 1) * SIZE);
            long characters =
                    moved.stream().mapToLong(event -> event.json().length()).sum();
            if (characters <= MAX_CHARACTERS && stored.add(bundle)) {
                journal.set(bundleName(bundle), EventBundleCodec.INSTANCE.encode(new EventBundle(moved)));
                eventNames(bundle * SIZE, (bundle + 1) * SIZE).forEach(journal::clear);
            }
        }
    }

    private static List<String> bundleNames(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int bundle = from; bundle < to; bundle++) {
            names.add(bundleName(bundle));
        }
        return names;
    }

    private static String bundleName(int bundle) {
        return "b" + bundle;
    }

    private static List<String> eventNames(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int position = from; position < to; position++) {
            names.add(eventName(position));
        }
        return names;
    }

    /** Returns the key of a separate event. */
    static String eventName(int position) {
        return "e" + position;
    }
}
