package dev.escapement.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium for tests. It collects errors of scripts and violations of the content security policy.
 *
 * <p>The system properties {@code browser.driver} (the directory that {@code src/test/browser/install} fills) and {@code
 * browser.executable} change the defaults. Tests are skipped if one is missing, or fail with {@code
 * -Dbrowser.required=true}.
 */
final class TestBrowser implements AutoCloseable {
    private static final double TIMEOUT_MILLIS = 60_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips or fails the tests if the browser or its driver is missing. */
    static void requireInstalled() {
        require(
                Files.isDirectory(driver().resolve("package")),
                "The browser's driver is missing. Run src/test/browser/install.");
        require(Files.isExecutable(executable()), "Chromium is missing. Run apt-get install chromium.");
    }

    private static Path driver() {
        return Path.of(System.getProperty("browser.driver", "target/browser"));
    }

    private static Path executable() {
        return Path.of(System.getProperty("browser.executable", "/usr/bin/chromium"));
    }

    static TestBrowser launch() {
        Path driver = driver();
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        System.setProperty("playwright.cli.dir", driver.toAbsolutePath().toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        driver.toAbsolutePath().resolve("node").toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        try {
            Browser browser =
                    playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable()));
            return new TestBrowser(playwright, browser);
        } catch (PlaywrightException e) {
            playwright.close();
            throw e;
        }
    }

    private static void require(boolean present, String remedy) {
        if (!present && Boolean.getBoolean("browser.required")) {
            fail(remedy);
        }
        Assumptions.assumeTrue(present, remedy);
    }

    /** Opens a page with cookies of its own: a person at another computer. */
    Page person() {
        return person(1280, 860, ColorScheme.LIGHT);
    }

    Page person(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        return tab(context);
    }

    /** Opens another tab of the same person. */
    Page tab(BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // Refused requests and a stopped server are part of the tests.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    /** Stores a picture of the visible part of a page in the folder target/screenshots. */
    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Asserts that axe finds no serious or critical violation. */
    static void assertAccessible(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(TestBrowser::text)
                        .toList();
        assertEquals(List.of(), found);
    }

    private static String text(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Asserts that no page of the test had an error of a script or a violation of the content security policy. */
    void assertNoErrors() {
        List<String> found = List.copyOf(errors);
        errors.clear();
        assertEquals(List.of(), found);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
