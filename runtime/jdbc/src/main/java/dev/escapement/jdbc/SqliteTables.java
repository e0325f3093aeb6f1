package dev.escapement.jdbc;

/** The tables in SQLite. Times are microseconds since 1970. */
final class SqliteTables {

    /** The tables of version 1. */
    static final String VERSION_1 = """
            -- Version 1
            create table esc_schema (
              version integer primary key,
              created_at text not null default current_timestamp
            ) strict;
            create table esc_thread (
              id text primary key,
              long_id text,
              agent text not null,
              size integer not null,
              sum text not null,
              status integer not null,
              since integer not null,
              updated_at integer not null,
              due_at integer,
              attempts integer not null default 0,
              parked integer not null default 0,
              erased integer not null default 0,
              fence integer not null default 0,
              holder text,
              lease_until integer,
              wake_at integer generated always as
                (case when due_at is not null then max(due_at, ifnull(lease_until, due_at)) end) stored
            ) strict, without rowid;
            create index idx_thread_page on esc_thread (status, since, id);
            create index idx_thread_agent on esc_thread (agent, status, since, id);
            create index idx_thread_holder on esc_thread (holder) where holder is not null;
            create index idx_thread_wake on esc_thread (wake_at) where wake_at is not null;
            create table esc_event (
              thread_id text,
              position integer,
              event text not null,
              sum text not null,
              primary key (thread_id, position)
            ) strict, without rowid;
            create table esc_question (
              thread_id text,
              n integer,
              call_id text not null,
              long_call_id text,
              kind integer not null,
              since integer not null,
              deadline integer,
              agent text not null,
              primary key (thread_id, n)
            ) strict, without rowid;
            create index idx_question_page on esc_question (kind, since, thread_id, call_id, n);
            create index idx_question_agent on esc_question (agent, kind, since, thread_id, call_id, n);
            create table esc_label (
              thread_id text,
              name text,
              value text not null,
              primary key (thread_id, name)
            ) strict, without rowid;
            create index idx_label_value on esc_label (name, value, thread_id);
            create table esc_schedule (
              name text primary key,
              definition text not null,
              next_at integer not null,
              last_at integer
            ) strict, without rowid;
            create table esc_content (
              sha256 text primary key,
              bytes integer not null,
              complete integer not null,
              created_at integer not null
            ) strict, without rowid;
            create index idx_content_age on esc_content (created_at);
            create table esc_chunk (
              sha256 text,
              n integer,
              data blob not null,
              primary key (sha256, n)
            ) strict;
            create table esc_use (
              sha256 text,
              thread_id text,
              primary key (sha256, thread_id)
            ) strict, without rowid;
            create index idx_use_thread on esc_use (thread_id);
            """;

    private SqliteTables() {}
}
