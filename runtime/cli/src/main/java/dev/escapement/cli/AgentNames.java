package dev.escapement.cli;

import dev.escapement.internal.text.AgentPath;
import dev.escapement.internal.text.DidYouMean;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The names of the agents of a store, of which the arguments of a command may contain the simple name. */
final class AgentNames {

    /** The number of pages that are searched for names. */
    private static final int MAX_PAGES = 10;

    private final CommandContext context;
    private final ThreadIndex index;
    private final List<String> unknown = new ArrayList<>();

    AgentNames(CommandContext context, ThreadIndex index) {
        this.context = context;
        this.index = index;
    }

    /** Returns the complete name for a complete or simple name. An unknown name is complete. */
    String complete(String written) {
        if (index.count(ThreadQuery.all().agent(written), 1) > 0) {
            return written;
        }
        NavigableSet<String> known = known();
        List<String> complete = known.stream()
                .filter(name ->
                        name.equals(written) || AgentPath.simpleName(name).equals(written))
                .toList();
        if (complete.size() > 1 && !complete.contains(written)) {
            throw CommandException.usage("--agent " + written + " is ambiguous: " + String.join(", ", complete)
                    + ". Use one of these complete names.");
        } else if (complete.isEmpty()) {
            unknown.add(sentence(written, known));
        }
        return complete.size() == 1 ? complete.get(0) : written;
    }

    /** Returns a sentence for each name that {@link #complete} did not find. */
    List<String> unknown() {
        return unknown;
    }

    private static String sentence(String written, NavigableSet<String> known) {
        NavigableSet<String> names = new TreeSet<>(known);
        known.forEach(name -> names.add(AgentPath.simpleName(name)));
        return "No thread of an agent " + written + " was found."
                + DidYouMean.among(written, names)
                        .map(name -> " Did you mean " + name + "?")
                        .orElse(known.isEmpty() ? "" : " The agents are " + String.join(", ", known) + ".");
    }

    private NavigableSet<String> known() {
        NavigableSet<String> known = new TreeSet<>();
        context.runners().forEach(runner -> known.addAll(runner.agents()));
        ThreadQuery query = ThreadQuery.all().limit(ThreadQuery.MAX_LIMIT);
        for (int page = 0; page < MAX_PAGES; page++) {
            ThreadIndex.Page<ThreadIndex.ThreadEntry> found = index.threads(query);
            found.entries().forEach(entry -> known.add(entry.agent()));
            Optional<String> next = found.next();
            if (next.isEmpty()) {
                break;
            }
            query = query.after(next.get());
        }
        return known;
    }
}
