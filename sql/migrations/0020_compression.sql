-- What evaluations and publications say is compressed by lz4 where the server has it: the older way of compressing took
-- three times what all else of storing an evaluation takes. What is stored already stays as it is.
do $$
begin
    alter table evaluation alter column body set compression lz4;
    alter table publication alter column body set compression lz4;
exception when feature_not_supported then null;
end
$$;
