package dev.escapement.samples.retail.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of a Markdown document that are checked.
 *
 * @param path the path of the file, relative to the root of the repository
 * @param blocks the fenced blocks, in order
 * @param prose everything else, without comments
 */
record MarkdownDocument(Path path, List<FencedBlock> blocks, String prose) {

    private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+)\\s*(\\w*).*");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]\\[]*\\]\\(([^)\\s]+)[^)]*\\)|(?m:^\\[[^\\]]+\\]:\\s+(\\S+))");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*?)\\s*$");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    /** Reads a file of the repository. */
    static MarkdownDocument read(Path root, Path path) {
        try {
            return parse(path, Files.readString(root.resolve(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the text of a document. */
    static MarkdownDocument parse(Path path, String text) {
        List<FencedBlock> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        List<String> comments = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var fence = FENCE.matcher(line);
            if (line.startsWith("<!--")) {
                int end = i;
                while (!lines.get(end).endsWith("-->")) {
                    end++;
                }
                String comment = String.join("\n", lines.subList(i, end + 1));
                comments.add(comment.substring("<!--".length(), comment.length() - "-->".length())
                        .strip());
                i = end;
            } else if (fence.matches()) {
                int end = i + 1;
                while (!lines.get(end).strip().equals(fence.group(1))) {
                    end++;
                }
                String block = String.join("\n", lines.subList(i + 1, end));
                blocks.add(new FencedBlock(i + 2, fence.group(2), comments, block));
                comments.clear();
                i = end;
            } else {
                comments.clear();
                prose.append(line).append('\n');
            }
        }
        return new MarkdownDocument(path, blocks, prose.toString());
    }

    /** Returns the targets of all links and images. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose).replaceAll("code"))
                .results()
                .map(MarkdownDocument::target)
                .toList();
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(2);
    }

    /** Returns the anchors of the headings, as GitHub derives them. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        headings().forEach(heading -> {
            String anchor = LINK_TEXT
                    .matcher(heading)
                    .replaceAll("$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int count = seen.merge(anchor, 1, Integer::sum);
            anchors.add(count == 1 ? anchor : anchor + "-" + (count - 1));
        });
        return anchors;
    }

    private Stream<String> headings() {
        return HEADING.matcher(prose).results().map(heading -> heading.group(1));
    }
}
