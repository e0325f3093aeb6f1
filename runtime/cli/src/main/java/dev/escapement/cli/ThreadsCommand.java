package dev.escapement.cli;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists threads or open questions. */
@Command(
        name = "threads",
        customSynopsis = {
            "escapement threads [--phase PHASE] [--agent NAME] [--label NAME=VALUE] [--oldest] [OPTIONS]",
            "       escapement threads --questions [--kind KIND] [--agent NAME] [--label NAME=VALUE] [OPTIONS]"
        },
        description = "Lists threads, those whose phase began last first, or open questions, the oldest first.",
        footer = {
            "",
            "Examples:",
            "  escapement threads --phase waiting --label tenant=acme",
            "  escapement threads --questions --kind approval --limit 10",
            "  escapement threads --json"
        })
final class ThreadsCommand extends StoreCommand {

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            split = ",",
            description = "Only threads in a phase: runnable, waiting, finished or stopped. Can be repeated.")
    private List<Standing.Phase> phases = List.of();

    @Option(names = "--agent", paramLabel = "NAME", description = "Only threads of an agent. Can be repeated.")
    private List<String> agents = List.of();

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "Only threads with a label. Can be repeated for further labels.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--questions", description = "Lists open questions in place of threads.")
    private boolean questions;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only questions of a kind: approval, reply, decision, message or child. Can be repeated.")
    private List<Standing.Kind> kinds = List.of();

    @Option(names = "--oldest", description = "Lists the threads whose phase began first at the beginning.")
    private boolean oldest;

    @Option(names = "--limit", paramLabel = "N", description = "The maximum number of lines, 1 to 1000. Default: 50.")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Continues after the previous page.")
    private @Nullable String after;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    ThreadsCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        if (limit < 1 || limit > ThreadQuery.MAX_LIMIT) {
            throw CommandException.usage("--limit must be 1 to " + ThreadQuery.MAX_LIMIT + ", not " + limit + ".");
        } else if (questions && (!phases.isEmpty() || oldest)) {
            throw CommandException.usage(
                    "--questions cannot be combined with --phase or --oldest. Remove one of them.");
        } else if (!questions && !kinds.isEmpty()) {
            throw CommandException.usage("--kind selects questions. Add --questions.");
        }
        return questions ? questions(store) : threads(store);
    }

    private int threads(OpenStore store) {
        ThreadIndex index = store.index();
        AgentNames names = new AgentNames(context(), index);
        ThreadQuery query = threadQuery(names);
        AgentPaths paths = new AgentPaths(store.store());
        ThreadIndex.Page<ThreadIndex.ThreadEntry> page = page(() -> index.threads(query));
        BoundedCount count = new BoundedCount(index.count(query, BoundedCount.BOUND));
        if (json) {
            output().document(IndexJson.threads(page, count, paths));
            return ExitCode.OK;
        }
        boolean labelled =
                page.entries().stream().anyMatch(entry -> !entry.labels().isEmpty());
        TextTable table = new TextTable(columns(labelled, "THREAD", "AGENT", "PHASE", "SINCE", "EVENTS", "QUESTIONS"));
        for (ThreadIndex.ThreadEntry entry : page.entries()) {
            table.row(cells(
                    labelled,
                    entry.labels(),
                    entry.id(),
                    paths.text(entry.id(), entry.agent()),
                    StateReport.phase(entry),
                    Times.text(entry.since()),
                    Integer.toString(entry.size()),
                    questions(entry.standing().questions())));
        }
        print(table, page.entries().size(), page.next(), count.text());
        names.unknown().forEach(output()::line);
        return ExitCode.OK;
    }

    private int questions(OpenStore store) {
        ThreadIndex index = store.index();
        AgentNames names = new AgentNames(context(), index);
        QuestionQuery query = questionQuery(names);
        AgentPaths paths = new AgentPaths(store.store());
        ThreadIndex.Page<ThreadIndex.QuestionEntry> page = page(() -> index.questions(query));
        if (json) {
            output().document(IndexJson.questions(page, paths));
            return ExitCode.OK;
        }
        boolean labelled =
                page.entries().stream().anyMatch(entry -> !entry.labels().isEmpty());
        TextTable table = new TextTable(columns(labelled, "THREAD", "AGENT", "CALL", "KIND", "SINCE", "UNTIL"));
        for (ThreadIndex.QuestionEntry entry : page.entries()) {
            Standing.Question question = entry.question();
            table.row(cells(
                    labelled,
                    entry.labels(),
                    entry.threadId(),
                    paths.text(entry.threadId(), entry.agent()),
                    question.callId(),
                    question.kind().name().toLowerCase(Locale.ROOT),
                    Times.text(question.since()),
                    question.deadline().map(Times::text).orElse("")));
        }
        int size = page.entries().size();
        print(table, size, page.next(), size == 1 ? "1 question" : size + " questions");
        names.unknown().forEach(output()::line);
        return ExitCode.OK;
    }

    /** Returns a page. A cursor of another index or order is an invalid argument. */
    private <T> ThreadIndex.Page<T> page(Supplier<ThreadIndex.Page<T>> index) {
        try {
            return index.get();
        } catch (IllegalArgumentException e) {
            if (after == null) {
                throw e;
            }
            throw CommandException.usage("--after is not a cursor of this list. Copy it from the previous page.");
        }
    }

    private void print(TextTable table, int shown, Optional<String> next, String all) {
        if (shown > 0) {
            table.lines().forEach(output()::line);
        }
        output().line(next.isPresent() && !questions ? shown + " of " + all : all);
        next.ifPresent(cursor -> output().line("Next page: --after " + ShellWord.quoted(cursor)));
    }

    private static String questions(List<Standing.Question> questions) {
        return questions.stream()
                .map(question ->
                        (question.callId() + " " + question.kind().name().toLowerCase(Locale.ROOT)).strip())
                .collect(Collectors.joining(", "));
    }

    /** Returns the headers of a table. The last column contains labels, if a thread has one. */
    private static String[] columns(boolean labelled, String... names) {
        return labelled ? plus(names, "LABELS") : names;
    }

    private static String[] cells(boolean labelled, Map<String, String> labels, String... cells) {
        return labelled ? plus(cells, LabelText.of(labels)) : cells;
    }

    private static String[] plus(String[] cells, String last) {
        String[] more = Arrays.copyOf(cells, cells.length + 1);
        more[cells.length] = last;
        return more;
    }

    private ThreadQuery threadQuery(AgentNames names) {
        ThreadQuery query = ThreadQuery.all().limit(limit);
        for (Standing.Phase phase : phases) {
            query = query.phase(phase);
        }
        for (String agent : agents) {
            query = query.agent(names.complete(agent));
        }
        for (Map.Entry<String, String> label : labels.entrySet()) {
            query = query.label(label.getKey(), label.getValue());
        }
        query = oldest ? query.fromOldest() : query;
        return after == null ? query : query.after(after);
    }

    private QuestionQuery questionQuery(AgentNames names) {
        QuestionQuery query = QuestionQuery.all().limit(limit);
        for (Standing.Kind kind : kinds) {
            query = query.kind(kind);
        }
        for (String agent : agents) {
            query = query.agent(names.complete(agent));
        }
        for (Map.Entry<String, String> label : labels.entrySet()) {
            query = query.label(label.getKey(), label.getValue());
        }
        return after == null ? query : query.after(after);
    }
}
