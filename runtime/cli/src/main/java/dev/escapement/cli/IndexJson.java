package dev.escapement.cli;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON documents of the index. The guide of the module documents their properties. */
final class IndexJson implements AutoCloseable {

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);

    private final AgentPaths paths;

    private IndexJson(AgentPaths paths) {
        this.paths = paths;
    }

    static String threads(ThreadIndex.Page<ThreadIndex.ThreadEntry> page, BoundedCount count, AgentPaths paths) {
        IndexJson document = new IndexJson(paths);
        try (document) {
            document.json.writeStartObject();
            document.json.writeName("threads");
            document.json.writeStartArray();
            page.entries().forEach(document::thread);
            document.json.writeEndArray();
            document.json.writeName("count");
            document.json.writeNumber(count.number());
            document.json.writeName("countIsBound");
            document.json.writeBoolean(count.isBound());
            document.next(page.next());
            document.json.writeEndObject();
        }
        return document.text.toString();
    }

    static String questions(ThreadIndex.Page<ThreadIndex.QuestionEntry> page, AgentPaths paths) {
        IndexJson document = new IndexJson(paths);
        try (document) {
            document.json.writeStartObject();
            document.json.writeName("questions");
            document.json.writeStartArray();
            page.entries().forEach(document::question);
            document.json.writeEndArray();
            document.next(page.next());
            document.json.writeEndObject();
        }
        return document.text.toString();
    }

    /** Returns the entry of a thread whose content was erased. */
    static String erased(ThreadIndex.ThreadEntry entry, AgentPaths paths) {
        IndexJson document = new IndexJson(paths);
        try (document) {
            document.thread(entry);
        }
        return document.text.toString();
    }

    private void thread(ThreadIndex.ThreadEntry entry) {
        json.writeStartObject();
        property("id", entry.id());
        property("agent", entry.agent());
        parent(entry.id());
        property("phase", entry.standing().phase().name().toLowerCase(Locale.ROOT));
        property("parked", entry.parked());
        property("erased", entry.erased());
        property("since", entry.since());
        property("updatedAt", entry.updatedAt());
        entry.standing().due().ifPresent(due -> property("due", due));
        property("size", entry.size());
        property("attempts", entry.attempts());
        labels(entry.labels());
        questions(entry.standing().questions());
        json.writeEndObject();
    }

    private void questions(List<Standing.Question> questions) {
        json.writeName("questions");
        json.writeStartArray();
        for (Standing.Question question : questions) {
            json.writeStartObject();
            properties(question);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void question(ThreadIndex.QuestionEntry entry) {
        json.writeStartObject();
        property("threadId", entry.threadId());
        property("agent", entry.agent());
        parent(entry.threadId());
        properties(entry.question());
        labels(entry.labels());
        json.writeEndObject();
    }

    private void properties(Standing.Question question) {
        if (!question.callId().isEmpty()) {
            property("callId", question.callId());
        }
        property("kind", question.kind().name().toLowerCase(Locale.ROOT));
        property("since", question.since());
        question.deadline().ifPresent(deadline -> property("deadline", deadline));
    }

    /** Writes the call that started a thread, and the agents from the root to the thread that contains the call. */
    private void parent(String threadId) {
        paths.parent(threadId).ifPresent(parent -> {
            json.writeName("parent");
            json.writeStartObject();
            property("threadId", parent.threadId());
            property("callId", parent.callId());
            json.writeName("path");
            json.writeStartArray();
            parent.path().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void labels(Map<String, String> labels) {
        json.writeName("labels");
        json.writeStartObject();
        new TreeMap<>(labels).forEach(this::property);
        json.writeEndObject();
    }

    private void next(Optional<String> cursor) {
        cursor.ifPresent(next -> property("next", next));
    }

    private void property(String name, String value) {
        json.writeName(name);
        json.writeString(value);
    }

    private void property(String name, Instant value) {
        property(name, value.toString());
    }

    private void property(String name, int value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    private void property(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
    }

    @Override
    public void close() {
        json.close();
    }
}
