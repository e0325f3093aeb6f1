create table if not exists purchase (
    order_id varchar(20) primary key,
    item varchar(100) not null,
    total_cents bigint not null
);

create table if not exists refund (
    idempotency_key varchar(200) primary key,
    order_id varchar(20) not null references purchase,
    amount_cents bigint not null
);
