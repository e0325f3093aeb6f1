package dev.escapement.samples.deploybot;

import dev.escapement.engine.Command;
import dev.escapement.thread.AgentThread;
import java.io.PrintStream;

/** Tells where a thread stands, and with which command it goes on. */
final class WhatNext {

    private final PrintStream out;
    private final Invocation invocation;

    WhatNext(PrintStream out, Invocation invocation) {
        this.out = out;
        this.invocation = invocation;
    }

    void print(AgentThread thread, Command next) {
        String name = "Thread " + thread.id();
        if (next instanceof Command.AwaitApproval wait) {
            out.println(name + " waits for your approval: " + wait.question());
            out.println("Nothing is deployed to production before that, and this program ends. To approve:");
            command("approve");
            out.println("Or refuse, or approve another tag:");
            command("refuse not on a Friday");
            command("edit v1.4.1");
        } else if (next instanceof Command.AwaitReply wait) {
            out.println(name + " waits for your reply: " + wait.question());
            out.println("This program ends. To reply:");
            command("reply production");
            command("reply staging");
        } else if (next instanceof Command.AwaitMessage) {
            out.println(name + " waits for a message, and this program ends. To write one:");
            command("say v1.4.2");
        } else if (next instanceof Command.AwaitDecision wait) {
            out.println(name + " deploys to production, or was interrupted at it: how that ended is not recorded.");
            out.println("If no program is at work on it, let it run again. The key stays the same, so what is in");
            out.println("production.log under " + wait.idempotencyKey() + " is not deployed a second time:");
            command("rerun");
        } else if (next instanceof Command.Rest) {
            out.println(name + " has ended.");
        } else {
            out.println(name + " has work to do: this program was killed, or is at it somewhere else. To go on:");
            command("resume");
        }
    }

    private void command(String what) {
        out.println("  " + invocation.command(what));
    }
}
