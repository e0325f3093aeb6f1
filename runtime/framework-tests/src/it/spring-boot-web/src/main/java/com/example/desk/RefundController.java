package com.example.desk;

import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefundController {

    private final JdbcTemplate database;
    private final ThreadStore store;

    RefundController(JdbcTemplate database, ThreadStore store) {
        this.database = database;
        this.store = store;
    }

    @GetMapping("/refunds")
    List<String> refunds() {
        return database.queryForList("select order_id from refund", String.class);
    }

    @GetMapping("/threads/{id}")
    AgentThread thread(@PathVariable("id") String id) {
        return store.load(id).orElseThrow();
    }
}
