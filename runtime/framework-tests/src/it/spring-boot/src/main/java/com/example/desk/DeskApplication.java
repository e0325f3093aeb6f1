package com.example.desk;

import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Asks the desk one question, and ends. */
@SpringBootApplication
class DeskApplication {

    public static void main(String[] args) {
        SpringApplication.run(DeskApplication.class, args).close();
    }

    @Bean
    CommandLineRunner question(Runner runner) {
        return args -> {
            AgentThread thread = runner.start("Where is order A-1042?");
            System.out.println("Result: " + thread.end());
        };
    }
}
