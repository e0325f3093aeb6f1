package dev.escapement.samples.supportdesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
class SupportDeskApplication {

    /** Starts the application. The arguments are those of Spring Boot, such as {@code --server.port=9000}. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(Path.of("target", "support-desk")); // SQLite does not create folders
        SpringApplication.run(SupportDeskApplication.class, args);
    }
}
