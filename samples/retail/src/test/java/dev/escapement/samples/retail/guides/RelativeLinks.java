package dev.escapement.samples.retail.guides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The links of a document to other files of the repository, and to headings.
 *
 * @param root the root of the repository
 * @param document the document
 */
record RelativeLinks(Path root, MarkdownDocument document) {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

    /** Returns the links without a target, each with the path of the document. */
    List<String> broken() {
        return relative().stream()
                .filter(link -> !hasTarget(link))
                .map(link -> document.path() + ": " + link)
                .toList();
    }

    /** Returns the files to which the links lead, relative to the root. */
    List<Path> targets() {
        return relative().stream().map(this::file).distinct().toList();
    }

    private List<String> relative() {
        return document.links().stream()
                .filter(link -> !SCHEME.matcher(link).matches())
                .toList();
    }

    private Path file(String link) {
        String path = link.split("#", 2)[0];
        return path.isEmpty()
                ? document.path()
                : document.path().resolveSibling(path).normalize();
    }

    private boolean hasTarget(String link) {
        Path file = file(link);
        if (file.startsWith("..") || !Files.exists(root.resolve(file))) {
            return false;
        }
        String anchor = anchor(link);
        if (anchor == null) {
            return true;
        }
        MarkdownDocument target = file.equals(document.path()) ? document : MarkdownDocument.read(root, file);
        return target.anchors().contains(anchor);
    }

    private static @Nullable String anchor(String link) {
        String[] parts = link.split("#", 2);
        return parts.length == 1 ? null : parts[1];
    }
}
