package dev.escapement.jdbc;

/** The tables in PostgreSQL. */
final class PostgresTables {

    /** The tables of version 1. A foreign key would cost log on each append; the position check excludes orphans. */
    static final String VERSION_1 = """
            -- Version 1
            create table esc_schema (
              version int primary key,
              created_at timestamptz not null default now()
            );
            create table esc_thread (
              id text collate "C" primary key,
              long_id text,
              agent text collate "C" not null,
              size int not null,
              sum text not null,
              status smallint not null,
              since timestamptz not null,
              updated_at timestamptz not null,
              due_at timestamptz,
              attempts int not null default 0,
              parked boolean not null default false,
              erased boolean not null default false,
              fence bigint not null default 0,
              holder text,
              lease_until timestamptz,
              wake_at timestamptz generated always as
                (case when due_at is not null then greatest(due_at, lease_until) end) stored
            ) with (fillfactor = 80);
            create index idx_thread_page on esc_thread (status, since, id);
            create index idx_thread_agent on esc_thread (agent, status, since, id);
            create index idx_thread_wake on esc_thread (wake_at) where wake_at is not null;
            create table esc_event (
              thread_id text collate "C",
              position int,
              event text not null,
              sum text not null,
              primary key (thread_id, position)
            );
            create table esc_question (
              thread_id text collate "C",
              n int,
              call_id text collate "C" not null,
              long_call_id text,
              kind smallint not null,
              since timestamptz not null,
              deadline timestamptz,
              agent text collate "C" not null,
              primary key (thread_id, n)
            );
            create index idx_question_page on esc_question (kind, since, thread_id, call_id, n);
            create index idx_question_agent on esc_question (agent, kind, since, thread_id, call_id, n);
            create table esc_label (
              thread_id text collate "C",
              name text collate "C",
              value text collate "C" not null,
              primary key (thread_id, name)
            );
            create index idx_label_value on esc_label (name, value, thread_id);
            create table esc_schedule (
              name text collate "C" primary key,
              definition text not null,
              next_at timestamptz not null,
              last_at timestamptz
            );
            create table esc_content (
              sha256 text collate "C" primary key,
              bytes bigint not null,
              complete boolean not null,
              created_at timestamptz not null
            );
            create index idx_content_age on esc_content (created_at);
            create table esc_chunk (
              sha256 text collate "C",
              n int,
              data bytea not null,
              primary key (sha256, n)
            );
            alter table esc_chunk alter column data set storage external;
            create table esc_use (
              sha256 text collate "C",
              thread_id text collate "C",
              primary key (sha256, thread_id)
            );
            create index idx_use_thread on esc_use (thread_id);
            """;

    private PostgresTables() {}
}
