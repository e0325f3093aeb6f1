package dev.escapement.samples.retail.guides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every relative link in Markdown has a target. */
class LinksTest {

    private static final Path INDEX = Path.of("runtime", "README.md");

    @Test
    void everyRelativeLinkHasATarget() {
        List<String> broken = MarkdownFiles.all().stream()
                .flatMap(document -> new RelativeLinks(MarkdownFiles.ROOT, document).broken().stream())
                .toList();
        assertTrue(broken.isEmpty(), () -> String.join("\n", broken));
    }

    /** The index is the list by which readers find a guide. */
    @Test
    void everyGuideIsInTheIndex() {
        assertEquals(List.of(), missingFrom(MarkdownDocument.read(MarkdownFiles.ROOT, INDEX)));
    }

    @Test
    void guideWithoutALinkIsMissingFromTheIndex() {
        MarkdownDocument index = MarkdownDocument.parse(INDEX, "# Runtime\n\n[Stores](core/guides/stores.md)\n");
        List<Path> missing = missingFrom(index);
        assertTrue(missing.contains(Path.of("runtime", "core", "guides", "testing.md")), missing::toString);
        assertFalse(missing.contains(Path.of("runtime", "core", "guides", "stores.md")), missing::toString);
    }

    private static List<Path> missingFrom(MarkdownDocument index) {
        List<Path> linked = new RelativeLinks(MarkdownFiles.ROOT, index).targets();
        return MarkdownFiles.all().stream()
                .map(MarkdownDocument::path)
                .filter(path -> isGuide(path) && !path.equals(INDEX))
                .filter(path -> !linked.contains(path))
                .toList();
    }

    private static boolean isGuide(Path path) {
        String folder = String.valueOf(path.getParent());
        boolean ofModule = path.getFileName().toString().equals("README.md")
                && (folder.startsWith("runtime") || folder.startsWith("processor"));
        return folder.endsWith("guides") || ofModule;
    }

    /** Tests the detection of broken links itself. */
    @Test
    void missingFilesAndAnchorsAreBroken() {
        MarkdownDocument document = MarkdownDocument.parse(Path.of("README.md"), """
                # The `next` one: [a link](CONTRIBUTING.md)

                [good](CONTRIBUTING.md#build) [good](#the-next-one-a-link) [good](runtime) [good](https://example.com/x)
                [no file](runtime/absent.md) [no anchor](CONTRIBUTING.md#absent) [no anchor](#absent) [out](../absent)

                ```
                [not a link](absent)
                ```
                and `[not a link](absent)`
                """);
        assertEquals(
                List.of("runtime/absent.md", "CONTRIBUTING.md#absent", "#absent", "../absent").stream()
                        .map(target -> "README.md: " + target)
                        .toList(),
                new RelativeLinks(MarkdownFiles.ROOT, document).broken());
    }

    @Test
    void equalHeadingsHaveNumberedAnchors() {
        MarkdownDocument document = MarkdownDocument.parse(Path.of("README.md"), "# Limits\n## Limits\n");
        assertEquals(
                List.of("limits", "limits-1"),
                Stream.of(document.anchors().toArray()).toList());
    }
}
