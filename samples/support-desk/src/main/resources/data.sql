insert into purchase (order_id, item, total_cents) values
    ('B-2001', 'Mug', 1490),
    ('B-2002', 'Oak desk', 24900),
    ('B-2003', 'Desk lamp', 5990),
    ('B-2004', 'Armchair', 39900),
    ('B-2005', 'Bookcase', 17900),
    ('B-2006', 'Night light', 1990)
on conflict do nothing;
