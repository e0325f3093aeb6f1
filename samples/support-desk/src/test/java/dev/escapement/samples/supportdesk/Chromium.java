package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium with the driver of the tests of {@code runtime/server}. Tests are skipped if one is missing, or fail with
 * {@code -Dbrowser.required=true}.
 */
final class Chromium implements AutoCloseable {

    private static final double TIMEOUT_MILLIS = 60_000;
    private static final Path DRIVER = Path.of(
                    System.getProperty("browser.driver", "../../runtime/server/target/browser"))
            .toAbsolutePath()
            .normalize();
    private static final Path EXECUTABLE = Path.of(System.getProperty("browser.executable", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of(System.getProperty("pictures.dir", "target/pictures"));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips or fails the tests if the browser or its driver is missing. */
    static void requireInstalled() {
        require(
                Files.isDirectory(DRIVER.resolve("package")),
                "The browser's driver is missing. Run runtime/server/src/test/browser/install.");
        require(Files.isExecutable(EXECUTABLE), "Chromium is missing. Run apt-get install chromium.");
    }

    private static void require(boolean present, String remedy) {
        if (!present && Boolean.getBoolean("browser.required")) {
            fail(remedy);
        }
        Assumptions.assumeTrue(present, remedy);
    }

    static Chromium launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        DRIVER.resolve("node").toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        try {
            return new Chromium(
                    playwright,
                    playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE)));
        } catch (PlaywrightException e) {
            playwright.close();
            throw e;
        }
    }

    /** Opens a page with cookies of its own. */
    Page person() {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1100, 720))
                .newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        return page;
    }

    /** Stores a picture of the visible part of a page. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
