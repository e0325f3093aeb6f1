package dev.escapement.internal.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A strict parser for lock files. It accepts a text only if {@link LockWriter} writes the same text. */
final class LockParser {

    private static final List<String> CONFLICT_MARKS = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");
    private static final int MAX_SHOWN = 80;

    private final List<String> lines;
    private int at;

    private LockParser(List<String> lines) {
        this.lines = lines;
    }

    static AgentLock parse(String text) throws LockSyntaxException {
        String unix = text.replace("\r\n", "\n"); // version control may convert line ends
        LockParser parser = new LockParser(List.of(unix.split("\n", -1)));
        AgentLock lock = parser.lock();
        parser.requireWritten(lock.text());
        return lock;
    }

    private AgentLock lock() throws LockSyntaxException {
        for (int i = 0; i < lines.size(); i++) {
            if (CONFLICT_MARKS.stream().anyMatch(lines.get(i)::startsWith)) {
                throw new LockSyntaxException(i + 1, LockFault.MERGE_CONFLICT);
            }
        }
        if (!lines.get(0).startsWith("#") || lines.size() == 1 || !lines.get(1).startsWith(LockWriter.FORMAT)) {
            throw new LockSyntaxException(1, LockFault.NOT_A_LOCK);
        }
        at = 1;
        String format = after(LockWriter.FORMAT);
        if (!format.equals(String.valueOf(LockWriter.VERSION))) {
            boolean number = format.matches("[1-9][0-9]{0,8}");
            throw number
                    ? new LockSyntaxException(2, LockFault.NEWER_FORMAT, format, String.valueOf(LockWriter.VERSION))
                    : unexpected(1);
        }
        String agent = after(LockWriter.AGENT);
        List<StepLock> steps = new ArrayList<>();
        while (at + 1 < lines.size()) {
            after("");
            steps.add(step());
        }
        return new AgentLock(agent, steps);
    }

    private StepLock step() throws LockSyntaxException {
        String tool = after(LockWriter.STEP);
        String effect = after(LockWriter.EFFECT);
        String flow = after(LockWriter.FLOW);
        boolean gated = skip(LockWriter.GATED);
        boolean ignoresUnknown = skip(LockWriter.IGNORES_UNKNOWN);
        Optional<String> delegate =
                isNext(LockWriter.DELEGATE) ? Optional.of(after(LockWriter.DELEGATE)) : Optional.empty();
        boolean joins = skip(LockWriter.JOINS);
        LockSchema arguments = schema(LockWriter.ARGUMENTS);
        Optional<LockSchema> result = Optional.empty();
        if (flow.equals(StepLock.PAUSES)) {
            result = Optional.of(schema(LockWriter.REPLY));
        } else if (flow.equals(StepLock.FINISHES)) {
            result = Optional.of(schema(LockWriter.RESULT));
        }
        return new StepLock(tool, effect, flow, gated, ignoresUnknown, delegate, joins, arguments, result);
    }

    private LockSchema schema(String keyword) throws LockSyntaxException {
        int line = at;
        String written = after(keyword);
        StringBuilder json = new StringBuilder();
        while (isNext(LockWriter.SCHEMA_INDENT)) {
            json.append(lines.get(at)).append('\n');
            at++;
        }
        LockSchema schema;
        try {
            schema = LockSchema.of(json.toString());
        } catch (IllegalArgumentException e) {
            throw new LockSyntaxException(line + 2, LockFault.BAD_SCHEMA);
        }
        if (!schema.fingerprint().equals(written)) {
            throw new LockSyntaxException(line + 1, LockFault.FINGERPRINT, written, schema.fingerprint());
        }
        return schema;
    }

    /** Rejects a text in another order, with repeated steps, or with other spaces. */
    private void requireWritten(String text) throws LockSyntaxException {
        List<String> written = List.of(text.split("\n", -1));
        for (int i = 0; i < Math.max(lines.size(), written.size()); i++) {
            if (i >= lines.size() || i >= written.size() || !lines.get(i).equals(written.get(i))) {
                throw new LockSyntaxException(Math.min(i, lines.size() - 1) + 1, LockFault.REFORMATTED);
            }
        }
    }

    private boolean isNext(String prefix) {
        return at < lines.size() && lines.get(at).startsWith(prefix);
    }

    private boolean skip(String line) {
        boolean present = at < lines.size() && lines.get(at).equals(line);
        at += present ? 1 : 0;
        return present;
    }

    /** Returns the rest of the next line after a prefix. The rest of an empty prefix must be empty. */
    private String after(String prefix) throws LockSyntaxException {
        if (at >= lines.size() || (at == lines.size() - 1 && lines.get(at).isEmpty())) {
            throw new LockSyntaxException(lines.size(), LockFault.INCOMPLETE);
        }
        String line = lines.get(at);
        if (!line.startsWith(prefix) || (line.length() == prefix.length()) != prefix.isEmpty()) {
            throw unexpected(at);
        }
        at++;
        return line.substring(prefix.length());
    }

    private LockSyntaxException unexpected(int index) {
        String line = lines.get(index);
        String shown = line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
        return new LockSyntaxException(index + 1, LockFault.UNEXPECTED_LINE, shown);
    }
}
