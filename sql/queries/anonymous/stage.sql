-- Where the sheets of an anonymous questionnaire wait to be checked together.
create temporary table staged_sheet (
    line integer not null, sheet text not null, answered_on date not null, answers double precision[] not null
) on commit drop
