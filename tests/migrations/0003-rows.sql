-- What the Skein of schema 3 could add to the rows of schema 2.
INSERT INTO views VALUES ('Around Meta', '{"version":1,"contents":{"entities":["e14e6a9b1caaee10f"]}}');
INSERT INTO views VALUES ('Tomorrow''s', '{"version":99,"wonders":true}');
INSERT INTO positions VALUES (1506077706476773647, 12.5, -7.25);
INSERT INTO positions VALUES (1, 3.0, 4.0);
