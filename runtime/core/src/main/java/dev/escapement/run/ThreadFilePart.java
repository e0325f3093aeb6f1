package dev.escapement.run;

import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;

/** A part of a thread's file, which begins at the end of an append and was verified. */
final class ThreadFilePart {

    private final VerifiedLines before;
    private final byte[] text;
    private final VerifiedLines lines;

    /**
     * Creates a part.
     *
     * @param before the lines before the part; {@link VerifiedLines#NONE} if the part begins with the header
     * @param text the text of the part, which reading changes
     * @param lines all lines of the file
     */
    ThreadFilePart(VerifiedLines before, byte[] text, VerifiedLines lines) {
        this.before = before;
        this.text = text;
        this.lines = lines;
    }

    /** Returns all lines of the file. */
    VerifiedLines lines() {
        return lines;
    }

    /** An action for each line. */
    interface LineAction {

        /**
         * Receives a line.
         *
         * @param number the number of the line, from 1
         */
        void accept(StoredLine line, int number);
    }

    /**
     * Returns the events in this part from a position.
     *
     * @throws CorruptThreadException if a line is not an event
     * @throws NewerThreadException if a line is an event of an unknown kind
     */
    List<Event> events(int fromPosition, EventText texts) {
        List<Event> events = new ArrayList<>();
        int[] position = {before.events()};
        forEach((line, number) -> {
            if (line.hasEvent() && position[0]++ >= fromPosition) {
                events.add(texts.event(line, number));
            }
        });
        return events;
    }

    /** Calls an action with each line of the complete appends, except the header. */
    void forEach(LineAction action) {
        if (lines.lines() == 0) {
            return;
        }
        int start = before.lines() == 0 ? JsonLine.end(text, 0) : 0;
        int end = (int) (lines.end() - before.end());
        for (int number = Math.max(1, before.lines()) + 1; start < end; number++) {
            int next = JsonLine.end(text, start);
            action.accept(new StoredLine(text, start, next - 1), number);
            start = next;
        }
    }
}
