package dev.escapement.samples.deploybot;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium, in which one person opens several pages, with the driver of the tests of {@code runtime/server}. Collects
 * errors of scripts and violations of the content security policy. Tests are skipped if the browser or the driver is missing, or
 * fail with {@code -Dbrowser.required=true}.
 */
final class BotBrowser implements AutoCloseable {

    private static final double TIMEOUT_MILLIS = 60_000;
    private static final Path DRIVER = Path.of(
                    System.getProperty("browser.driver", "../../runtime/server/target/browser"))
            .toAbsolutePath()
            .normalize();
    private static final Path EXECUTABLE = Path.of(System.getProperty("browser.executable", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of(System.getProperty("pictures.dir", "target/pictures"));

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext person;
    private final List<String> errors = new ArrayList<>();

    private BotBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
        this.person = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860));
    }

    static BotBrowser launch() {
        require(
                Files.isDirectory(DRIVER.resolve("package")),
                "The browser's driver is missing. Run runtime/server/src/test/browser/install.");
        require(Files.isExecutable(EXECUTABLE), "Chromium is missing. Run apt-get install chromium.");
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        DRIVER.resolve("node").toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        try {
            return new BotBrowser(
                    playwright,
                    playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE)));
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

    /** Opens a page. All pages share the session. */
    Page open(String url) {
        Page page = person.newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // Refused requests and a stopped program are part of the test.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.navigate(url);
        return page;
    }

    /** Asserts that axe finds no serious or critical violation. */
    static void assertAccessible(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::getId)
                        .toList();
        assertEquals(List.of(), found);
    }

    /** Stores a picture of the visible part of a page. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    void assertNoErrors() {
        assertEquals(List.of(), errors);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
