package dev.escapement.run;

import dev.escapement.json.Violation;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verifier of the header and the checksums of a thread's file. Ignores a last line without a line feed, and the lines
 * after the last complete append: a crash interrupted their append.
 */
final class LineVerifier {

    private final Path file;
    private final String id;

    /** The complete appends, without their standing. */
    private VerifiedLines verified;

    private int lines;
    private int events;
    private long end;
    private long lastStart;
    private @Nullable ChecksumChain last;

    /** The line that ends the last complete append, or null if none was read. */
    private @Nullable StoredLine lastOfAppend;

    private LineVerifier(Path file, String id, VerifiedLines verified) {
        this.file = file;
        this.id = id;
        this.verified = verified;
        this.lines = verified.lines();
        this.events = verified.events();
        this.end = verified.end();
        this.last = verified.last();
    }

    /**
     * Verifies a whole file.
     *
     * @param file the file
     * @param id the expected id of the thread
     * @param text the content of the file
     * @return the complete appends
     * @throws CorruptThreadException if the header, the checksum of a line or the last standing is wrong
     * @throws NewerThreadException if the file has the format of a later release
     */
    static VerifiedLines verify(Path file, String id, byte[] text) {
        int from = JsonLine.end(text, 0);
        if (from < 0) {
            requireRestOfHeader(file, id, text);
            return VerifiedLines.NONE;
        }
        ByteBuffer line = ByteBuffer.wrap(text, 0, from - 1);
        ThreadFileHeader header = ThreadFileHeader.read(file, id, line);
        ChecksumChain sum = ChecksumChain.ofHeader(header.line());
        LineVerifier verifier = new LineVerifier(file, id, new VerifiedLines(header, 1, 0, from, 0, sum, null));
        boolean isVerified = verifier.readAll(text, from);
        boolean isCut = header.erased() && verifier.lastOfAppend == null; // an erasure replaces the file as a whole
        if (!isVerified || isCut) {
            throw CorruptThreadException.checksum(file, id, verifier.lines + 1);
        }
        return verifier.lastOfAppend == null ? VerifiedLines.NONE : verifier.result();
    }

    /**
     * Verifies the lines after the known ones.
     *
     * @param known the known lines, at least one append
     * @param text a part of the file
     * @param from the index of the first line to verify
     * @return all complete appends; null if a checksum is wrong
     */
    static @Nullable VerifiedLines verifyMore(Path file, String id, VerifiedLines known, byte[] text, int from) {
        LineVerifier verifier = new LineVerifier(file, id, known);
        return verifier.readAll(text, from) ? verifier.result() : null;
    }

    /**
     * Verifies an unfinished header, which may contain zeros. Some file systems leave zeros in blocks that were not
     * written.
     */
    private static void requireRestOfHeader(Path file, String id, byte[] text) {
        byte[] beginning = ThreadFileHeader.beginning(id);
        for (int i = 0; i < Math.min(text.length, beginning.length); i++) {
            if (text[i] != 0 && text[i] != beginning[i]) {
                throw CorruptThreadException.noHeader(file, id);
            }
        }
    }

    /** Reads all complete lines. Returns false if a checksum is wrong. */
    private boolean readAll(byte[] text, int start) {
        int from = start;
        for (int next = JsonLine.end(text, from); next >= 0; next = JsonLine.end(text, from)) {
            if (!read(new StoredLine(text, from, next - 1))) {
                return false;
            }
            from = next;
        }
        return true;
    }

    private boolean read(StoredLine line) {
        ChecksumChain before = Objects.requireNonNull(last);
        boolean isErased = verified.isErased() && line.isErased();
        if (isErased && line.given(before) == null) {
            return false;
        }
        ChecksumChain sum = isErased ? line.afterErased(before) : line.verified(before);
        if (sum == null) {
            return false;
        }
        last = sum;
        lines++;
        events += line.hasEvent() ? 1 : 0;
        lastStart = end;
        end += line.length();
        if (line.isLast()) {
            verified = new VerifiedLines(verified.header(), lines, events, end, lastStart, last, null);
            lastOfAppend = line;
        }
        return true;
    }

    private VerifiedLines result() {
        if (lastOfAppend == null) {
            return verified;
        }
        StoredStanding standing = JsonLine.read(
                lastOfAppend.standing(),
                StoredStanding.CODEC,
                () -> CorruptThreadException.encoding(file, id, verified.lines()),
                (json, violations) -> invalid(violations));
        if (standing.size() != verified.events()) {
            throw CorruptThreadException.size(file, id, verified.lines(), verified.events(), standing.size());
        }
        return new VerifiedLines(
                verified.header(),
                verified.lines(),
                verified.events(),
                verified.end(),
                verified.lastStart(),
                verified.last(),
                standing);
    }

    private RuntimeException invalid(List<Violation> violations) {
        return CorruptThreadException.standing(file, id, verified.lines(), violations);
    }
}
